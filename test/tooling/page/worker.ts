addEventListener("message", (event: MessageEvent<Uint8Array>) => {
  postMessage(event.data.length);
});
