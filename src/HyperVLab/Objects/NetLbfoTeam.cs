using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A team of network adapters, as Get-LabNetLbfoTeam writes it.</summary>
public sealed class NetLbfoTeam : LabObject<NetLbfoTeamView, NetworkAdapter>, IComputerPart
{
    internal NetLbfoTeam(LabHandle handle, NetLbfoTeamView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>The names of its members.</summary>
    public string[] Members => [.. View.Members];

    /// <summary>The names of its adapters: the one that it was made with, then those for VLANs.</summary>
    public string[] TeamNics => [.. View.TeamNics];

    /// <summary>What the physical switch must know of it: Static, SwitchIndependent or Lacp.</summary>
    public TeamingMode TeamingMode => View.Settings.Mode;

    /// <summary>By what it spreads what it sends.</summary>
    public LoadBalancingAlgorithm LoadBalancingAlgorithm => View.Settings.Algorithm;

    /// <summary>Up, Degraded where a member carries nothing, or Down where all of them do not.</summary>
    public string Status => View.WorkingCount == 0 ? "Down"
        : View.WorkingCount < View.Members.Count ? "Degraded" : "Up";

    /// <summary>Its computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
