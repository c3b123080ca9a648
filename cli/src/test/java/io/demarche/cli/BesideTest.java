package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BesideTest {
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        over.countDown();
    }

    @Test
    void shouldEndWithTheLargerExitCode() {
        assertThat(Beside.run(() -> 0, () -> 3)).isEqualTo(3);
    }

    @Test
    void shouldSayWhatFailedThoughTheOtherPartGoesOn() {
        DemarcheException told = new DemarcheException("no broker");

        assertThatThrownBy(() -> Beside.run(this::goOn, () -> {
                    throw told;
                }))
                .isSameAs(told);
    }

    @Test
    void shouldEndWhereOnePartEndsWithAnError() {
        assertThatThrownBy(() -> Beside.run(this::goOn, () -> {
                    throw new NoClassDefFoundError("gone");
                }))
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    private int goOn() {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }
}
