package io.demarche.streams.errors;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again where the broker did not answer, sends a result that no topic takes to the dead letter queue, and fails the
 * task in every other case.
 *
 * <p>A transaction in which a send failed can only be aborted, so under exactly-once this is no way to pass over a result that
 * is too large: the processors measure what they are about to write, and dead-letter its cause.
 */
public final class UnsendableRecordHandler extends DefaultProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnsendableRecordHandler.class);

    private String deadLetterTopic = "";

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        if (exception instanceof RecordTooLargeException && !record.topic().equals(deadLetterTopic)) {
            LOG.warn(
                    "a result is too large and goes to the dead letter queue topic={} origin={}-{}@{}: {}",
                    record.topic(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    Outages.inOneLine(exception));
            return Response.resume(super.handleError(context, record, exception).deadLetterQueueRecords());
        }
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
        deadLetterTopic = String.valueOf(configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return Response.fail();
    }
}
