/** Can the pane hand the user a file? */

/**
 * WKWebView, in which Excel shows the pane on a Mac and an iPad, passes over links with `download` and says nothing
 * (OfficeDev/office-js issues 2700, closed as “by design”, 3385 and 4681). WebView2 on Windows and the browsers around
 * Excel on the web download (issue 1241).
 * @param platform what office.js says, `Office.context.platform`; undefined where it says nothing
 */
export function canSaveFiles(platform: string | undefined, userAgent: string): boolean {
  if (platform === "Mac" || platform === "iOS") return false;
  // Excel does not answer: Safari and the others of its engine name themselves, a view inside a program does not.
  const isAppleView = /AppleWebKit/.test(userAgent) && !/Safari\//.test(userAgent);
  return platform !== undefined || !isAppleView;
}
