package io.demarche.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** Figures of several parts, bound and closed together. */
final class AllFigures implements MeterBinder, AutoCloseable {
    private final List<MeterBinder> parts;

    AllFigures(List<MeterBinder> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        parts.forEach(part -> part.bindTo(registry));
    }

    @Override
    public void close() throws Exception {
        for (MeterBinder part : parts) {
            if (part instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
