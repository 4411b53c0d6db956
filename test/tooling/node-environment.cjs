/**
 * Jest's environment for Node, in a context whose global object is an ordinary one: in a context as jest makes it, each
 * look at a global (`Symbol`, `isNaN`, `Map`) asks two interceptors, and takes fifty times as long.
 */
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");
const { costs } = require("./costs.cjs");

const { createContext } = vm;
/** From Node 20.18 and 22.8 on; before, tests are slower and the same. */
const ORDINARY = vm.constants?.DONT_CONTEXTIFY;

module.exports = class extends TestEnvironment {
  constructor(...given) {
    vm.createContext = (sandbox) => createContext(ORDINARY ?? sandbox);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
    this.handleTestEvent = costs();
  }
};
