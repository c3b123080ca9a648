package io.demarche.streams.state;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores: plain key-value stores, none that expires by stream time, each with its changelog.
 *
 * <p>Values are bytes. The processors encode them before they touch a store, so that a record which cannot be written is told
 * from a store that cannot be written to, and leaves no trace.
 *
 * @param kind where they keep their data
 * @param cached whether what is written often reaches store and changelog once a commit, by way of Kafka's cache
 */
public record StateStores(Kind kind, boolean cached) {
    /** What each article was last coded to: articleId to {@link CodedArticle}. */
    public static final String CODED_ARTICLES = "coded-articles";
    /** The evidence: {@code AZE-FRA/2023-12-28/<mentionId>} to the latest version of the mention. */
    public static final String DYAD_MENTIONS = "dyad-mentions";
    /** What analysts say: {@code AZE-FRA/<eventId>} to the latest verdict on the event. */
    public static final String DYAD_VERDICTS = "dyad-verdicts";
    /** The last announcement of each: {@code AZE-FRA/event/<eventId>}, {@code …/alert/<alertId>}, {@code …/tension}. */
    public static final String DYAD_ANNOUNCED = "dyad-announced";
    /** Days, as days since 1970: see {@link DayClock}. */
    public static final String DAY_CLOCK = "day-clock";

    /** Where stores keep their data; the changelog has it too, either way. */
    public enum Kind {
        /** On disk (RocksDB): for state that outgrows memory, and restarts that need not read it all again. */
        PERSISTENT,
        /** On the heap: opens at once; restored from the changelog at every start. */
        IN_MEMORY
    }

    /** A store of encoded records. */
    public StoreBuilder<KeyValueStore<String, byte[]>> records(String name) {
        return store(name, Serdes.ByteArray());
    }

    /** The store {@value #DAY_CLOCK}. */
    public StoreBuilder<KeyValueStore<String, Long>> dayClock() {
        return store(DAY_CLOCK, Serdes.Long());
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        KeyValueBytesStoreSupplier supplier = switch (kind) {
            case PERSISTENT -> Stores.persistentKeyValueStore(name);
            case IN_MEMORY -> Stores.inMemoryKeyValueStore(name);
        };
        StoreBuilder<KeyValueStore<String, V>> store = Stores.keyValueStoreBuilder(supplier, Serdes.String(), values);
        return cached ? store.withCachingEnabled() : store;
    }
}
