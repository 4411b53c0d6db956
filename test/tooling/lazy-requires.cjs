/**
 * Fluent's index loads all of its two thousand modules; the pane needs a third of them. For jest, which loads them anew
 * for every file of tests, each package is loaded when something of it is asked for, as a bundler drops what nobody does.
 */
const REQUIRE = /^const (_\w+) = require\("(.+)"\);$/gm;

module.exports = {
  process(source) {
    const packages = new Map([...source.matchAll(REQUIRE)].map(([, name, path]) => [name, path]));
    const code = source
      .replace(REQUIRE, "let $1;")
      .replace(/\breturn (_\w+)\./g, (all, name) =>
        packages.has(name) ? `return (${name} ??= require("${packages.get(name)}")).` : all,
      );
    return { code };
  },
};
