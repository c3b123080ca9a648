package io.demarche.streams.errors;

import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.streams.state.UnreadableStateException;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells outages from bad data. */
public final class Outages {
    private Outages() {}

    /**
     * Whether the failure lies with a server and not with the record: the registry or the broker does not answer, or turns
     * the client away. The record is fit to be tried again.
     */
    public static boolean isOutage(@Nullable Throwable failure) {
        return outage(failure).isPresent();
    }

    /** The outage behind a failure; empty where it is none. What Kafka Streams wraps around it speaks of bad records. */
    public static Optional<Throwable> outage(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RetriableException
                    || t instanceof AuthorizationException
                    || t instanceof AuthenticationException
                    || t instanceof SchemaRegistryUnavailableException
                    || t instanceof SchemaRegistryException refusal && turnsAway(refusal)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    /** Whether the disk that holds the state stores has no room left, however deep in the failure that stands. */
    public static boolean isDiskFull(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    /**
     * What to throw where one record's result could not be made or encoded: the failure itself where it is an outage or the
     * registry refuses the schema, which it would do for every record, or what is stored cannot be read; else a {@link BadRecordException} with it as the cause.
     */
    public static RuntimeException badUnlessOutage(String message, RuntimeException failure) {
        if (failure instanceof BadRecordException
                || failure instanceof SchemaRegistryException
                || failure instanceof UnreadableStateException
                || isOutage(failure)) {
            return failure;
        }
        return new BadRecordException(message + ": " + inOneLine(failure), failure);
    }

    private static boolean turnsAway(SchemaRegistryException refusal) {
        int status = refusal.httpStatus();
        return status == 401 || status == 403 || status == 429 || status >= 500;
    }

    /** The failure and its first cause that says more, in one line. */
    public static String inOneLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text =
                root == failure || String.valueOf(failure.getMessage()).contains(String.valueOf(root.getMessage()))
                        ? failure.toString()
                        : failure + ": " + root;
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
