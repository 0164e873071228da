package tlsfit.load;

import java.util.Optional;
import tlsfit.units.Quantity;

/**
 * What a number of the sample file can be in any laboratory: beyond it, a unit is wrong or the
 * number is a slip. The ranges are wide on purpose; they keep out what would overflow on its way
 * through the theory, too.
 */
enum Believable {
  /** Between lumped elements of some MHz and cavities beyond what is used [Hz]. */
  FREQUENCY(1e6, 1e12, "1 MHz to 1 THz"),
  /** From a tunnel barrier to a thick film [m]. */
  GAP(1e-9, 1e-3, "1 nm to 1 mm"),
  /** [F]. */
  CAPACITANCE(1e-18, 1e-6, "1 aF to 1 uF"),
  /** Of a resonator at all; the best of all have 10¹¹ [1]. */
  QUALITY(1, 1e13, "1 to 1e13, a number"),
  /** Strontium titanate has 24,000 [1]. */
  PERMITTIVITY(1, 1e6, "1 to 1e6"),
  /** [K]. */
  TEMPERATURE(1e-6, 1e3, "1 uK to 1000 K"),
  /** 300 dB as a ratio [1]. */
  ATTENUATION(1, 1e30, "0 dB to 300 dB: a loss counts positive"),
  /** [V/m], of one photon or the square root of a watt. */
  FIELD(1e-9, 1e15, "1e-9 V/m to 1e15 V/m"),
  /** [1]. */
  FRACTION(1e-9, 1, "above 0, up to 1");

  /** A standard uncertainty of the logarithm; 20 dB. */
  private static final double LARGEST_ERROR = 1;

  private static final double LARGEST_ERROR_OF_ATTENUATION = 2 * Math.log(10);

  private final double least;
  private final double most;
  private final String words;

  Believable(double least, double most, String words) {
    this.least = least;
    this.most = most;
    this.words = words;
  }

  /**
   * Why a quantity is not believable.
   *
   * @param key its name in the file
   * @return what to do; empty where it is
   */
  Optional<String> objection(String key, Quantity quantity, String written) {
    if (!(quantity.value() > 0)) {
      return Optional.of(key + " must be above zero");
    }
    boolean per = this == QUALITY && written.strip().matches("[-+0-9.eE]+\\s*%.*");
    if (per || !(quantity.value() >= least && quantity.value() <= most)) {
      return Optional.of(key + " must be " + words);
    }
    double limit = this == ATTENUATION ? LARGEST_ERROR_OF_ATTENUATION : LARGEST_ERROR;
    if (!(quantity.uncertainty() < limit * quantity.value())) {
      return Optional.of(
          key
              + " must be known better than "
              + (this == ATTENUATION ? "20 dB" : "100 %")
              + ", or it says nothing");
    }
    return Optional.empty();
  }
}
