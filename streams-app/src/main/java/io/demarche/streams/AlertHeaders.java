package io.demarche.streams;

import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.AlertCloudEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** What makes an alert's record a CloudEvent in binary mode of the Kafka binding: headers beside the value, which stays as it is. */
final class AlertHeaders {
    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String AVRO = "application/avro";

    private AlertHeaders() {}

    static void put(Headers headers, EscalationAlert alert) {
        AlertCloudEvent.of(alert).attributes().forEach((name, value) -> put(headers, PREFIX + name, value));
        put(headers, CONTENT_TYPE, AVRO);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
