package io.demarche.tension.levels;

import io.demarche.tension.rules.Rounding;

/**
 * The surge of one pair on one day. All but the 30-day counts decay exponentially; four decimals.
 *
 * @param day the day
 * @param recent F, hostility
 * @param expected E
 * @param cooperation C
 * @param events N
 * @param hostileEvents NH
 * @param raw z before the gates
 * @param z the surge, not above 0 where a gate holds it down
 * @param gate which gate holds it down
 * @param hostileDay whether a hostile event falls on the day
 * @param events30 events of the 30 days up to the day
 * @param hostileEvents30 hostile ones among them
 */
public record SurgeReading(
        int day,
        double recent,
        double expected,
        double cooperation,
        double events,
        double hostileEvents,
        double raw,
        double z,
        Gate gate,
        boolean hostileDay,
        int events30,
        int hostileEvents30) {

    /** Why a surge says nothing, first reason first. */
    public enum Gate {
        OPEN("open"),
        WARM_UP("warm-up"),
        SHARE("too little of it hostile"),
        EVENTS("too few events"),
        HOSTILE_EVENTS("too few hostile events");

        private final String words;

        Gate(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static SurgeReading quiet(int day) {
        return new SurgeReading(day, 0, 0, 0, 0, 0, 0, 0, Gate.WARM_UP, false, 0, 0);
    }

    /** (C − F) / (C + F), 0 where nothing happened. */
    public double balance() {
        double all = cooperation + recent;
        return all == 0 ? 0 : Rounding.four((cooperation - recent) / all);
    }
}
