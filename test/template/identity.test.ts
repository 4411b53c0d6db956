import fc from "../tooling/properties";
import { identityText, parseIdentity, type Identity } from "../../src/template/identity";

const name = fc.string({ minLength: 1 });
const identities: fc.Arbitrary<Identity> = fc
  .record({
    template: name.filter((text) => text.trim() === text),
    version: fc.nat({ max: 999_999_999 }),
    sheet: fc.constantFrom("form", "list", "none"),
    id: name,
    unit: fc.option(name),
    period: fc.option(name.filter((text) => text.trim() === text)),
  })
  .map(({ sheet, id, ...rest }) => ({
    ...rest,
    form: sheet === "form" ? id : null,
    list: sheet === "list" ? id : null,
  }));

describe("the hidden identity", () => {
  it("reads back what was written, whatever the names hold", () => {
    fc.assert(
      fc.property(identities, (identity) => {
        expect(parseIdentity(identityText(identity))).toEqual(identity);
      }),
    );
  });

  it("is one line that a person can read", () => {
    const identity = { template: "gg", version: 3, form: "关工02", list: null, unit: "T10", period: "2020" };
    expect(identityText(identity)).toBe("#XZBB1|gg|3|form:关工02|T10|2020");
  });

  it.each([
    "",
    "台上镇",
    "#XZBB1",
    "#XZBB1|gg|x||T10|2020",
    "#XZBB1||1||T10|2020",
    "#XZBB1|gg|1|sheet:9|T10|2020",
  ])("takes %j for no identity", (text) => {
    expect(parseIdentity(text)).toBeNull();
  });
});
