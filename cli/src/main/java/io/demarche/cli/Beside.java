package io.demarche.cli;

import io.demarche.schemas.DemarcheException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;

/** Two parts of a service that run beside each other: the first failure ends both. */
final class Beside {
    private Beside() {}

    /** Runs both to their ends; the larger of the exit codes. */
    static int run(IntSupplier one, IntSupplier other) {
        CompletableFuture<Integer> first = start(one);
        CompletableFuture<Integer> second = start(other);
        try {
            CompletableFuture.anyOf(first, second).join();
            return Math.max(first.join(), second.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof DemarcheException told) {
                throw told;
            }
            throw e;
        }
    }

    private static CompletableFuture<Integer> start(IntSupplier part) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        end.complete(part.getAsInt());
                    } catch (Throwable e) {
                        end.completeExceptionally(e);
                    }
                },
                "demarche-part");
        thread.setDaemon(true);
        thread.start();
        return end;
    }
}
