package io.demarche.kafka.serde;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** The record whose bytes under the genuine serializer are known. */
final class GoldenRecord extends SpecificRecordBase {
    private static final Schema SCHEMA = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"Raw\",\"namespace\":\"lab\",\"fields\":["
                    + "{\"name\":\"id\",\"type\":\"string\"},"
                    + "{\"name\":\"ts\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}");

    private Object id;
    private Object ts;

    GoldenRecord(String id, long ts) {
        this.id = id;
        this.ts = ts;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA;
    }

    @Override
    public Object get(int field) {
        return field == 0 ? id : ts;
    }

    @Override
    public void put(int field, Object value) {
        if (field == 0) {
            id = value;
        } else {
            ts = value;
        }
    }
}
