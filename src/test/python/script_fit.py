"""What a physicist would write without tlsfit: al-a fitted by model log with pandas, numpy and lmfit.

usage: python3 src/test/python/script_fit.py sample-data [profile]

It measures how long such a script takes (page robustness.md): start values are given, nothing is checked, and errors
are those of the covariance or, with "profile", limits of 95 % from the profile of chi2, which tlsfit gives. S (page
theory.md, section 3) is by Gauss and Legendre's rule in c and in w, u = 1 - w^2.
"""
import sys

import lmfit
import numpy as np
import pandas as pd
import scipy.constants as const

FOLDER = sys.argv[1]
RESONANCE, GAP, CAPACITANCE, ATTENUATION = 5.012e9, 50e-9, 0.35e-12, 78.0
LOADED_Q, COUPLING_Q = 2400.0, 3000.0
DEBYE = 1e-21 / const.c


def nodes(n):
    x, w = np.polynomial.legendre.leggauss(n)
    return 0.5 * (x + 1), 0.5 * w


C, WC = nodes(24)
Y, WY = nodes(48)
U = 1 - Y**2
CC, UU = np.meshgrid(C, U, indexing="ij")
WEIGHT = (WC * C**2)[:, None] * (WY * 2 * Y)[None, :]
EXPONENT = CC * (1 - UU**2) / UU
RELAXATION = (1 - UU**2) * ((1 - UU**2) * np.arctanh(UU) + UU) / CC


def integral(xi, eta):
    inverted = -np.expm1(-xi[:, None, None] * EXPONENT)
    return np.sum(WEIGHT * inverted**2 * np.exp(-eta[:, None, None] * RELAXATION), axis=(1, 2))


def field(power):
    watt = 1e-3 * 10 ** ((power - ATTENUATION) / 10)
    energy = 2 * LOADED_Q**2 * watt / (COUPLING_Q * 2 * np.pi * RESONANCE)
    return np.sqrt(2 * energy / CAPACITANCE) / GAP


def frequency(pars, ac_field, bias):
    p, t10 = np.exp(pars["ln_p"].value) * DEBYE, np.exp(pars["ln_t10"].value)
    omega = 2 * np.pi * pars["f_ref"].value
    rabi, sweep = p * ac_field / const.hbar, 2 * p * bias / const.hbar
    eta = omega / (sweep * t10)
    log = np.log(omega / (rabi / np.sqrt(1 + eta) + np.sqrt(sweep)))
    k = integral(np.pi * rabi**2 / (2 * sweep), eta) * log
    return pars["f_ref"].value * (1 - np.exp(pars["ln_chi"].value) * k)


power = pd.read_csv(FOLDER + "/al-a-power.csv", comment="#")
power["bias_rate [V/s]"] = 2000.0
bias = pd.read_csv(FOLDER + "/al-a-bias.csv", comment="#")
bias["power [dBm]"] = -40.0
table = pd.concat([power, bias])
ac, rate = field(table["power [dBm]"].to_numpy()), table["bias_rate [V/s]"].to_numpy() / GAP
measured, sigma = table["frequency [Hz]"].to_numpy(float), table["frequency_sigma [Hz]"].to_numpy(float)

start = lmfit.Parameters()
start.add("ln_p", np.log(3.0))
start.add("ln_t10", np.log(1e-6))
start.add("ln_chi", np.log(5e-5))
start.add("f_ref", measured.max())
minimizer = lmfit.Minimizer(lambda pars: (frequency(pars, ac, rate) - measured) / sigma, start, scale_covar=False)
fit = minimizer.minimize()
print("chi2 %.2f of %d" % (fit.chisqr, fit.nfree))
p = np.exp(fit.params["ln_p"].value)
print("p    %.4f +- %.4f D" % (p, p * fit.params["ln_p"].stderr))
print("T10  %.4f us" % (1e6 * np.exp(fit.params["ln_t10"].value)))
print("chi  %.5g" % np.exp(fit.params["ln_chi"].value))
if "profile" in sys.argv[2:]:
    lmfit.report_ci(lmfit.conf_interval(minimizer, fit, sigmas=[0.95]))
