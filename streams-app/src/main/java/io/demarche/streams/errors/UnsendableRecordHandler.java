package io.demarche.streams.errors;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
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

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        Response byDefault = super.handleError(context, record, exception);
        if (byDefault.result() == Result.RETRY) {
            return byDefault;
        }
        if (exception instanceof RecordTooLargeException) {
            LOG.warn(
                    "a result is too large and goes to the dead letter queue topic={} origin={}-{}@{}: {}",
                    record.topic(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    Outages.inOneLine(exception));
            return Response.resume(byDefault.deadLetterQueueRecords());
        }
        return Response.fail();
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
