package io.demarche.streams.state;

import io.demarche.avro.AnalystVerdict;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.Verdicts;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What analysts say of the acts of the dyads of one partition: of each event the latest verdict, whether or not its mentions
 * have come.
 */
public final class DyadVerdicts {
    private final KeyValueStore<String, byte[]> verdicts;
    private final RecordCodec<AnalystVerdict> codec;

    public DyadVerdicts(KeyValueStore<String, byte[]> verdicts, RecordCodec<AnalystVerdict> codec) {
        this.verdicts = verdicts;
        this.codec = codec;
    }

    /** The verdict that counts so far on what another is on; null where there is none. */
    public @Nullable AnalystVerdict stored(Dyad dyad, AnalystVerdict verdict) {
        byte[] stored = verdicts.get(key(dyad, verdict));
        return stored == null ? null : codec.decode(stored);
    }

    /** The stored form of a verdict. */
    public byte[] encode(AnalystVerdict verdict) {
        return codec.encode(verdict);
    }

    /** Stores a verdict, in the form that {@link #encode} gives it, in the place of an earlier one. */
    public void put(Dyad dyad, AnalystVerdict verdict, byte[] encoded) {
        verdicts.put(key(dyad, verdict), encoded);
    }

    /**
     * What the verdicts on a dyad's acts come to. Those on acts from long before what is kept leave the store.
     *
     * @param keptFrom verdicts on acts before it find no act any more
     */
    public Judgements of(Dyad dyad, LocalDate keptFrom) {
        List<AnalystVerdict> found = new ArrayList<>();
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = verdicts.range(DyadKeys.from(dyad), DyadKeys.to(dyad))) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                AnalystVerdict verdict = codec.decode(entry.value);
                if (verdict.getEventDate().isBefore(keptFrom)) {
                    old.add(entry.key);
                } else {
                    found.add(verdict);
                }
            }
        }
        old.forEach(verdicts::delete);
        return Judgements.of(found);
    }

    private static String key(Dyad dyad, AnalystVerdict verdict) {
        return DyadKeys.from(dyad) + Verdicts.subject(verdict);
    }
}
