using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>The team that is embedded in a virtual switch, as Get-LabVMSwitchTeam writes it.</summary>
public sealed class VMSwitchTeam : LabObject<VMSwitchTeamView, VirtualSwitch>
{
    internal VMSwitchTeam(LabHandle handle, VMSwitchTeamView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The switch's name.</summary>
    public string Name => View.Name;

    /// <summary>The switch's identifier.</summary>
    public Guid Id => View.Id;

    /// <summary>What their drivers call its members.</summary>
    public string[] NetAdapterInterfaceDescription => [.. View.NetAdapterInterfaceDescription];

    /// <summary>The members' identifiers.</summary>
    public Guid[] NetAdapterInterfaceGuid => [.. View.NetAdapterInterfaceGuid];

    /// <summary>What the physical switch must know of it: SwitchIndependent, nothing.</summary>
    public TeamingMode? TeamingMode => View.Settings?.Mode;

    /// <summary>By what it spreads what it sends: HyperVPort or Dynamic.</summary>
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm => View.Settings?.Algorithm;

    /// <summary>Its host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
