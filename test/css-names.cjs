// A css module in jsdom: every class is called by its own name.
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : name) });
