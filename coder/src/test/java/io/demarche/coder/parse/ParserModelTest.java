package io.demarche.coder.parse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ParserModelTest {
    @Test
    void shouldNameAMissingModel() {
        assertThatThrownBy(() -> ParserModel.load("/no/such.gz"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("/no/such.gz");
    }

    @Test
    void shouldRefuseAFileThatIsNoModel() {
        assertThatThrownBy(() -> read(1, 2)).isInstanceOf(IOException.class).hasMessageContaining("not a parser model");
    }

    @Test
    void shouldRefuseAnAbsurdCountBeforeReservingMemory() {
        assertThatThrownBy(() -> read(0x4E505231, Integer.MAX_VALUE)).hasMessageContaining("damaged");
    }

    @Test
    void shouldRefuseATruncatedModel() {
        assertThatThrownBy(() -> read(0x4E505231, 2)).isInstanceOf(IOException.class);
    }

    private static ParserModel read(int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (int number : numbers) {
                out.writeInt(number);
            }
        }
        return ParserModel.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
