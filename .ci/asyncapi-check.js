// Reads an AsyncAPI document on standard input with AsyncAPI's own parser. What that calls an error or a warning is one here; that
// there is a newer version of the standard is neither.
const fs = require('fs');
const { Parser } = require('@asyncapi/parser');
const { AvroSchemaParser } = require('@asyncapi/avro-schema-parser');

const NEWER_STANDARD = 'asyncapi-latest-version';
const WARNING = 1;

(async () => {
  const parser = new Parser();
  parser.registerSchemaParser(AvroSchemaParser());
  const { document, diagnostics } = await parser.parse(fs.readFileSync(0, 'utf8'));
  const wrong = diagnostics.filter((one) => one.severity <= WARNING && one.code !== NEWER_STANDARD);
  wrong.forEach((one) => console.error(`asyncapi: ${one.path.join('/')}: ${one.message}`));
  const channels = document ? document.channels().all() : [];
  if (wrong.length > 0 || channels.length === 0) process.exit(1);
  console.log(`asyncapi: ${channels.length} channels, nothing wrong`);
})();
