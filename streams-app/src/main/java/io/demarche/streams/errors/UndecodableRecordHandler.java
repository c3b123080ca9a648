package io.demarche.streams.errors;

import io.demarche.streams.counters.PipelineCounters;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bytes that are no record to the dead letter queue. Any failure but that of the bytes, such as a registry that does not
 * answer, fails the task.
 */
public final class UndecodableRecordHandler extends LogAndContinueExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UndecodableRecordHandler.class);

    private @Nullable PipelineCounters counters;

    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
        counters = SharedCounters.in(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!(exception instanceof SerializationException) || Outages.isOutage(exception)) {
            return Response.fail();
        }
        LOG.warn(
                "a record cannot be decoded and goes to the dead letter queue topic={} partition={} offset={}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                Outages.inOneLine(exception));
        if (counters != null) {
            counters.unreadable(record.topic(), record.partition(), record.offset());
        }
        return super.handleError(context, record, exception);
    }
}
