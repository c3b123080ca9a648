package io.demarche.streams.errors;

import io.demarche.streams.counters.PipelineCounters;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record to the dead letter queue where a processor said that this record is bad, and in no other case: every other
 * failure may be a server's or a fault of the program, and fails the task.
 */
public final class UnprocessableRecordHandler extends LogAndContinueProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnprocessableRecordHandler.class);

    private @Nullable PipelineCounters counters;

    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
        counters = SharedCounters.in(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof BadRecordException)) {
            return Response.fail();
        }
        LOG.warn(
                "a record cannot be processed and goes to the dead letter queue topic={} partition={} offset={}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                Outages.inOneLine(exception));
        if (counters != null) {
            counters.unprocessable(context.topic(), context.partition(), context.offset());
        }
        return super.handleError(context, record, exception);
    }
}
