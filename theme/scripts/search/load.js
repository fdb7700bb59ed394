// Loads the files of search: scripts that call one function of DISCLOSURE with their data.
(function () {
  "use strict";

  const WAIT = 20000; // milliseconds
  const VERSIONS = { texts: 1, index: 3 };
  const RENEW = "，请刷新页面，或者重新取得整个网站：";
  const files = new Map(); // address -> promise of [function, value...], or of null: missing
  let call = null;

  ["texts", "index", "shard"].forEach((name) => {
    DISCLOSURE[name] = (...values) => {
      call = [name, ...values];
    };
  });

  // Where tests put a reader of files.
  DISCLOSURE.attach = (address, done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(true);
    script.onerror = () => done(false);
    document.head.append(script);
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

  // A file that need not be loaded, as the call that it would make.
  const keep = (address, values) => files.set(address, Promise.resolve(values));

  const nameOf = (address) => address.split("?")[0];

  // Whatever is wrong is told in these words; without words, the file that is read is damaged.
  const failure = (words, isMissing) => Object.assign(new Error(words), { words, isMissing });

  function check(isGood, words, isMissing) {
    if (!isGood) {
      throw failure(words, isMissing);
    }
  }

  // What `use` makes of the values of a file; what it makes no sense of is damaged.
  async function read(address, name, use) {
    const found = await load(address);
    check(found, "没有这个检索文件，或者没能读出：" + nameOf(address), true);
    try {
      check(found[0] === name);
      return use(...found.slice(1));
    } catch (error) {
      throw error.words ? error : failure("检索文件已损坏：" + nameOf(address));
    }
  }

  // A manifest or a block of texts: of this version, and of the place it was asked for.
  const readObject = (address, name, key, code, use) => read(address, name, (value) => {
    check(value.version === VERSIONS[name], "检索文件的版本与本页不符" + RENEW + nameOf(address));
    check(value[key] === code);
    return use(value);
  });

  const readShard = (address, build, name, use) => read(address, "shard", (ofBuild, ofName, value) => {
    check(ofBuild === build, "检索文件不是同一次生成的" + RENEW + nameOf(address));
    check(ofName === name);
    return use(value);
  });

  DISCLOSURE.files = { keep, readObject, readShard, check, isText: (value) => typeof value === "string" };
})();
