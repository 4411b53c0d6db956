import { XmlReader } from "../../../src/files/read/xml-reader";
import { errorCode } from "../package";

/** Stands at the first tag. */
function reader(xml: string): XmlReader {
  const made = new XmlReader(new TextEncoder().encode(xml), "part");
  made.next();
  return made;
}

describe("the reader of tags", () => {
  test.each([
    ["a text that is cut off in a comment", () => reader("<a>others' words<!-- ").text()],
    ["an attribute that is no UTF-8", () => badAttribute().attribute("b")],
  ])("takes nothing over from %s", (_, read) => {
    expect(errorCode(read)).toBe("F02");
    expect(reader('<a b="own"/>').attribute("b")).toBe("own");
    expect(errorCode(read)).toBe("F02");
    expect(reader("<a>own</a>").text()).toBe("own");
  });
});

function badAttribute(): XmlReader {
  const bytes = new TextEncoder().encode('<a b="others&amp;?"/>');
  bytes[bytes.indexOf(63)] = 0xff;
  const made = new XmlReader(bytes, "part");
  made.next();
  return made;
}
