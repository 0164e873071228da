package tlsfit.result;

import java.util.List;
import java.util.Optional;

/**
 * The words and numbers about a sample that no fit uses: for whoever compares it with others.
 *
 * @param description free text; empty where there is none
 * @param calibrationGroup name of the set of samples whose equal numbers of the calibration are one
 *     and the same; empty where none is named
 * @param covariates how it was made, in the order of the sample file
 */
public record SampleNotes(String description, String calibrationGroup, List<Covariate> covariates) {
  /** Nothing was said. */
  public static final SampleNotes NONE = new SampleNotes("", "", List.of());

  /** Copies the list. */
  public SampleNotes {
    covariates = List.copyOf(covariates);
  }

  /** The description, cut where it is longer than so many characters. */
  public String description(int longest) {
    return description.length() <= longest
        ? description
        : description.substring(0, longest - 1).stripTrailing() + "…";
  }

  /** The covariate of a name. */
  public Optional<Covariate> findCovariate(String name) {
    return covariates.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
