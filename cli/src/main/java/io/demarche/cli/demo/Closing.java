package io.demarche.cli.demo;

import io.demarche.schemas.DemarcheException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is to be closed, last opened first; once closed, it closes at once whatever is added. Thread-safe. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    <T extends AutoCloseable> T add(T resource) {
        synchronized (open) {
            if (!closed) {
                open.push(resource);
                return resource;
            }
        }
        close(resource);
        throw new DemarcheException("the demo was ended before it was done");
    }

    boolean isClosed() {
        synchronized (open) {
            return closed;
        }
    }

    @Override
    public void close() {
        synchronized (open) {
            closed = true;
        }
        for (AutoCloseable next = next(); next != null; next = next()) {
            close(next);
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (open) {
            return open.poll();
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("closing " + resource.getClass().getSimpleName() + " failed", e);
        }
    }
}
