using System.Globalization;

namespace HyperVLab.Engine.Management;

/// <summary>The host that placement chose for a machine.</summary>
/// <param name="Host">The host.</param>
/// <param name="Demand">What the machine asks of it.</param>
/// <param name="Score">How well it suits, from 0 to 1.</param>
/// <param name="Possible">How many hosts could have taken it.</param>
/// <param name="All">How many hosts were looked at.</param>
internal sealed record PlacementChoice(HostOffer Host, PlacementDemand Demand, double Score, int Possible, int All)
{
    /// <summary>Its stars.</summary>
    public double Stars => HostRater.StarsOf(Score);

    /// <summary>Which host and why, in words.</summary>
    public string Describe(PlacementGoal goal = PlacementGoal.LoadBalance)
    {
        string stars = Stars.ToString("0.#", CultureInfo.InvariantCulture);
        string of = Possible == 1
            ? All == 1 ? "the only host" : $"the only one of {Text(All)} hosts that can take it"
            : $"the best of {Text(Possible)} hosts that can take it";
        return $"Place '{Demand.Name}' on {Host.Computer.Name} ({stars} stars): {of}. "
            + PlacementReasons.Describe(Host, Demand, goal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
