/**
 * Records as plain JSON: one line, the field names of the schemas, days and times in ISO 8601. Promises that what is
 * written reads back as the same record, and that an error names the path of the field it is about. May not know topics,
 * the registry or the wire format.
 */
@NullMarked
package io.demarche.schemas.json;

import org.jspecify.annotations.NullMarked;
