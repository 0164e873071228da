package tlsfit.result;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A long list of a result. Together they are nine tenths of its file, and who needs none of them,
 * as a table of many samples, reads it in a fraction of the time without.
 */
public enum LongList {
  /** The readings with what the fit says of them. */
  READINGS("", "readings"),
  /** The fitted curves. */
  CURVES("", "curves"),
  /** The profiles of the parameters. */
  PROFILES("", "profiles"),
  /** The regions of two parameters. */
  REGIONS("", "regions"),
  /** χ² over the plane of dipole moment and relaxation time. */
  LIKELIHOOD("likelihood", "rise");

  private final String within;
  private final String key;

  LongList(String within, String key) {
    this.within = within;
    this.key = key;
  }

  /** All but those that are needed. */
  static Set<LongList> without(Set<LongList> needed) {
    Set<LongList> rest = EnumSet.allOf(LongList.class);
    rest.removeAll(needed);
    return rest;
  }

  /** The one of them that stands under a key; empty where none does. */
  static Optional<LongList> find(Set<LongList> some, String within, String key) {
    return some.stream()
        .filter(one -> one.key.equals(key) && one.within.equals(within))
        .findFirst();
  }
}
