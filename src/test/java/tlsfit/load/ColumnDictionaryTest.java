package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the field, and words that speak against what a column is taken for. */
class ColumnDictionaryTest {
  private static final ColumnDictionary DICTIONARY = ColumnDictionary.ofTheField();

  @ParameterizedTest
  @CsvSource({
    "fr, FREQUENCY",
    "f_res, FREQUENCY",
    "F0, FREQUENCY",
    "Center Frequency, FREQUENCY",
    "f0 error, SIGMA",
    "fr_err, SIGMA",
    "sigma_f, SIGMA",
    "u(f_r), SIGMA",
    "Std. dev. of frequency, SIGMA",
    "frequency_std, SIGMA",
    "P_VNA, POWER",
    "Source Power, POWER",
    "<n>, PHOTONS",
    "nbar, PHOTONS",
    "dV/dt, BIAS_RATE",
    "ramp rate, BIAS_RATE",
    "Q_l, LOADED_Q",
    "absQc, COUPLING_Q",
    "E_ac, AC_FIELD",
    "f_tri, BIAS_FREQUENCY",
    "V_pp, BIAS_AMPLITUDE"
  })
  void names(String name, Role role) {
    assertThat(DICTIONARY.role(name)).hasValue(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"df", "n", "Q", "linewidth", "frequency_up", "T", "time", "S21"})
  void namesThatAreNeverTaken(String name) {
    assertThat(DICTIONARY.role(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQUENCY | omega_r",
        "FREQUENCY | angular frequency",
        "FREQUENCY | 2*pi*f",
        "FREQUENCY | f - 5.0 GHz",
        "FREQUENCY | f-f0",
        "FREQUENCY | Delta f",
        "FREQUENCY | frequency offset",
        "FREQUENCY | fr_err",
        "FREQUENCY | S21 max",
        "FREQUENCY | IF",
        "PHOTONS | log10 n",
        "PHOTONS | n_ph x1e3",
        "PHOTONS | n_ph /1000",
        "PHOTONS | photon number (10^3)",
        "PHOTONS | sqrt(n)",
        "AC_FIELD | E_rms",
        "AC_FIELD | Erms",
        "AC_FIELD | E_pp",
        "AC_FIELD | field pk-pk",
        "SIGMA | f spread",
        "SIGMA | f pk-pk",
        "SIGMA | f0 err p2p",
        "SIGMA | peak to peak",
        "SIGMA | variance of f",
        "SIGMA | sigma^2",
        "SIGMA | twice the error",
        "SIGMA | 2x err",
        "SIGMA | err*2",
        "SIGMA | err_lo",
        "SIGMA | relative error",
        "SIGMA | linewidth",
        "POWER | power at device",
        "POWER | log P",
        "POWER | normalized power",
        "BIAS_RATE | ramp time",
        "LOADED_Q | 1/Ql"
      })
  void wordsAgainst(Role role, String header) {
    assertThat(DICTIONARY.objection(role, header, "")).as(header).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQUENCY | fc",
        "FREQUENCY | Fit - f0",
        "FREQUENCY | resonance frequency, run 3",
        "FREQUENCY | f_fit 2",
        "SIGMA | fc error",
        "SIGMA | f0_sigma",
        "SIGMA | standard error of f",
        "SIGMA | Unsicherheit",
        "PHOTONS | average photon number",
        "AC_FIELD | E peak",
        "POWER | VNA - Power",
        "POWER | P_in 10 dB pad",
        "BIAS_RATE | dV/dt",
        "LOADED_Q | Ql"
      })
  void namesThatNothingSpeaksAgainst(Role role, String header) {
    assertThat(DICTIONARY.objection(role, header, "")).as(header).isEmpty();
  }
}
