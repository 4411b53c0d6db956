/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { act, render, screen } from "@testing-library/react";
import { Chunk } from "../../src/taskpane/common/Chunk";

type Listener = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

/** The browser's, as far as it is asked: the test says what is near. */
let scroll: (isIntersecting: boolean) => void;

beforeEach(() => {
  globalThis.IntersectionObserver = class {
    constructor(listener: Listener) {
      scroll = (isIntersecting) =>
        act(() =>
          listener([
            {
              isIntersecting,
              target: document.querySelector("[data-testid=chunk]")!.firstElementChild!,
              boundingClientRect: { height: 480 } as DOMRect,
            },
          ]),
        );
    }
    observe(): void {}
    disconnect(): void {}
  } as unknown as typeof IntersectionObserver;
});

afterEach(() => {
  delete (globalThis as Partial<typeof globalThis>).IntersectionObserver;
});

const show = (content: React.JSX.Element): void =>
  void render(
    <div data-testid="chunk">
      <Chunk>{() => content}</Chunk>
    </div>,
  );

describe("a part of a long list", () => {
  it("is put away when it is far, keeps its height, and is there again when it comes near", () => {
    show(<p>行</p>);
    scroll(false);
    expect(screen.queryByText("行")).not.toBeInTheDocument();
    expect(screen.getByTestId("chunk").firstElementChild).toHaveStyle({ height: "480px" });
    scroll(true);
    expect(screen.getByText("行")).toBeVisible();
  });

  it.each([
    ["a text that is being written", <textarea key="1" aria-label="说明" defaultValue="属实" />],
    ["what has been opened", <button key="2" aria-label="说明" aria-expanded />],
  ])("stays where it holds %s", (_, content) => {
    show(content);
    scroll(false);
    expect(screen.getByLabelText("说明")).toBeInTheDocument();
  });
});
