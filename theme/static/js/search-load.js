// Loads the files of search: scripts that call one function of DISCLOSURE with their data.
var DISCLOSURE = self.DISCLOSURE || {};

(function () {
  "use strict";

  const WAIT = 20000; // milliseconds
  const files = new Map(); // address -> promise of [function, value...], or of null: missing
  let call = null;

  ["texts", "index", "shard"].forEach((name) => {
    DISCLOSURE[name] = (...values) => {
      call = [name].concat(values);
    };
  });

  // Where tests put a reader of files.
  DISCLOSURE.attach = (address, done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(true);
    script.onerror = () => done(false);
    document.head.appendChild(script);
  };

  // A browser tells of a script right after running it: the last call is that script's.
  function load(address) {
    if (!files.has(address)) {
      const file = new Promise((resolve) => {
        const timer = setTimeout(resolve, WAIT, null);
        DISCLOSURE.attach(address, (isThere) => {
          clearTimeout(timer);
          resolve(isThere ? call || [] : null);
          call = null;
        });
      });
      files.set(address, file);
      file.then((found) => found || files.delete(address));
    }
    return files.get(address);
  }

  // Whatever is wrong with a file is told in these words; nothing else is thrown on purpose.
  function check(isGood, words, isMissing) {
    if (!isGood) {
      throw Object.assign(new Error(words), { words, isMissing });
    }
  }

  function checkFile(isGood, address) {
    check(isGood, "检索文件已损坏：" + address.split("?")[0]);
  }

  async function read(address, name) {
    const found = await load(address);
    check(found, "没有这个检索文件，或者没能读出：" + address.split("?")[0], true);
    checkFile(found[0] === name, address);
    return found.slice(1);
  }

  // A manifest or a block of texts: of this version, and of the place it was asked for.
  async function readObject(address, name, key, code) {
    const value = (await read(address, name))[0];
    checkFile(value && typeof value === "object", address);
    check(value.version === 1, "检索文件的版本与本页不符，请刷新页面，或者重新取得整个网站：" + address);
    checkFile(value[key] === code, address);
    return value;
  }

  // What `use` makes of a shard; anything it cannot make sense of means that the file is damaged.
  async function readShard(address, build, name, use) {
    const [ofBuild, ofName, value] = await read(address, "shard");
    check(ofBuild === build, "检索文件不是同一次生成的，请刷新页面，或者重新取得整个网站：" + address.split("?")[0]);
    checkFile(ofName === name, address);
    try {
      return use(value);
    } catch (error) {
      return checkFile(false, address);
    }
  }

  DISCLOSURE.files = { readObject, readShard, check, checkFile };
  self.DISCLOSURE = DISCLOSURE;
})();
