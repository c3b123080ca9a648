// Compares manifests on standard input with Kubernetes's own schemas, as the npm package kubernetes-models has them. These say
// nothing of a field that Kubernetes does not know, which it would leave out without a word: such a field is one that is never looked at.
const fs = require('fs');
const yaml = require('yaml');

const wrong = [];
let read = 0;
for (const document of yaml.parseAllDocuments(fs.readFileSync(0, 'utf8'))) {
  const manifest = document.toJS();
  if (manifest === null) continue;
  read += 1;
  const name = `${manifest.kind} ${manifest.metadata?.name}`;
  const Model = kinds(manifest.apiVersion)[manifest.kind];
  if (Model === undefined) {
    wrong.push(`${name}: Kubernetes knows no such kind in ${manifest.apiVersion}`);
    continue;
  }
  const unread = new Set();
  try {
    Model.prototype.validate.call(Object.setPrototypeOf(watched(manifest, '', unread), Model.prototype));
    unread.forEach((field) => wrong.push(`${name}: ${field} is unknown`));
  } catch (error) {
    wrong.push(`${name}: ${error.message}`);
  }
}
wrong.forEach((one) => console.error(one));
console.log(`manifests ${read}, faults ${wrong.length}`);
process.exit(wrong.length === 0 && read > 0 ? 0 : 1);

function kinds(apiVersion) {
  try {
    return require(`kubernetes-models/${apiVersion}`);
  } catch {
    return {};
  }
}

/** The same value, which takes each of its fields from the set once it is looked at. */
function watched(value, path, unread) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one, i) => watched(one, `${path}/${i}`, unread));
  const fields = Object.fromEntries(Object.entries(value).map(([key, one]) => {
    unread.add(`${path}/${key}`);
    return [key, watched(one, `${path}/${key}`, unread)];
  }));
  return new Proxy(fields, {
    get(target, key) {
      unread.delete(`${path}/${String(key)}`);
      return target[key];
    },
  });
}
