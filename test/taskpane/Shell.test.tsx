/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { act, render, screen } from "@testing-library/react";
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { Shell } from "../../src/taskpane/Shell";

let systemIsDark: boolean;
let onSystemChange: (() => void) | undefined;

beforeEach(() => {
  systemIsDark = false;
  onSystemChange = undefined;
  const system = {
    get matches() {
      return systemIsDark;
    },
    addEventListener: (_: string, listener: () => void) => (onSystemChange = listener),
    removeEventListener: () => (onSystemChange = undefined),
  };
  Object.assign(window, { matchMedia: () => system });
});

/** The background that the theme gives to what is in the shell. */
function background(): string {
  const provider = screen.getByText("内容").closest(".fui-FluentProvider")!;
  return getComputedStyle(provider).getPropertyValue("--colorNeutralBackground1");
}

const show = (hostIsDark: () => boolean | undefined): ReturnType<typeof render> =>
  render(
    <Shell hostIsDark={hostIsDark}>
      <p>内容</p>
    </Shell>,
  );

const DARK = webDarkTheme.colorNeutralBackground1;
const LIGHT = webLightTheme.colorNeutralBackground1;

describe("the shell of the pane", () => {
  it.each([
    [true, false, DARK],
    [false, true, LIGHT],
    [undefined, true, DARK],
    [undefined, false, LIGHT],
  ])("shows itself dark or light as Excel (%p) or else the system (%p) is", (host, system, expected) => {
    systemIsDark = system;
    show(() => host);
    expect(background()).toBe(expected);
  });

  it("asks Excel again when it gets the focus", () => {
    let host = false;
    show(() => host);
    host = true;
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(background()).toBe(DARK);
  });

  it("follows the system when it changes, until it is closed", () => {
    const shell = show(() => undefined);
    systemIsDark = true;
    act(() => onSystemChange?.());
    expect(background()).toBe(DARK);
    shell.unmount();
    expect(onSystemChange).toBeUndefined();
  });
});
