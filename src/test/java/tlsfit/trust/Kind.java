package tlsfit.trust;

import java.util.Locale;

/** What a fit owes to a measurement of known truth. */
enum Kind {
  /** The model holds: a right answer or an honest refusal; what is valid must hold the truth. */
  CLEAN(0),
  /** Clean and informative: must be valid, and without warnings. */
  GOOD(1),
  /** One power sweep in which relaxation is barely seen: p and χ must be held. */
  RELAX(2),
  /** Something is in the readings that the model does not know: not valid and wrong. */
  NUISANCE(3),
  /** Extreme settings, under which a calculation may take long: must end. */
  SLOW(4);

  private final int stream;

  Kind(int stream) {
    this.stream = stream;
  }

  /** Random numbers of a seed, others for each kind. */
  Draw draw(long seed) {
    return new Draw(seed * values().length + stream);
  }

  /** The name in tables. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
