// Validates GraphQL documents against a schema.
//   node validate.mjs SCHEMA.graphql.gz < DOCUMENTS.json > ERRORS.json
// DOCUMENTS is an object of name to text; ERRORS is an object of name to messages, with every name of DOCUMENTS.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { gunzipSync } from 'node:zlib';

// graphql is installed in the working directory, a cache outside the source tree.
const { buildSchema, parse, validate } = createRequire(join(cwd(), 'package.json'))('graphql');

const sdl = gunzipSync(readFileSync(process.argv[2])).toString('utf8');
const schema = buildSchema(sdl, { assumeValid: true });

function errorsOf(text) {
  try {
    return validate(schema, parse(text)).map((error) => error.message);
  } catch (error) {
    return [error.message];
  }
}

const documents = JSON.parse(readFileSync(0, 'utf8'));
const errors = Object.fromEntries(Object.entries(documents).map(([name, text]) => [name, errorsOf(text)]));
process.stdout.write(JSON.stringify(errors));
