using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A member of a team of network adapters, as Get-LabNetLbfoTeamMember writes it.</summary>
public sealed class NetLbfoTeamMember : LabObject<NetLbfoTeamMemberView, NetworkAdapter>, IComputerPart
{
    internal NetLbfoTeamMember(LabHandle handle, NetLbfoTeamMemberView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The adapter's name.</summary>
    public string Name => View.Name;

    /// <summary>What the driver calls it.</summary>
    public string InterfaceDescription => View.InterfaceDescription;

    /// <summary>The team; empty when it was taken out.</summary>
    public string? Team => View.Team;

    /// <summary>Active, or Standby where it is to carry only when another member fails.</summary>
    public TeamMemberMode AdministrativeMode =>
        View.IsStandby ? TeamMemberMode.Standby : TeamMemberMode.Active;

    /// <summary>Active where it carries frames, Standby, or Failed.</summary>
    public string OperationalStatus => View.IsActive ? "Active" : View.Works ? "Standby" : "Failed";

    /// <summary>How fast it sends, in bits a second.</summary>
    public ulong TransmitLinkSpeed => View.IsUp ? (ulong)View.LinkSpeedBitsPerSecond : 0;

    /// <summary>How fast it receives, in bits a second.</summary>
    public ulong ReceiveLinkSpeed => TransmitLinkSpeed;

    /// <summary>
    /// Why it carries nothing: PhysicalMediaDisconnected, LacpNegotiationIssue, UnknownFailure where the physical
    /// switch knows no static channel; NoFailure otherwise.
    /// </summary>
    public string FailureReason => View switch
    {
        { Works: true } => "NoFailure",
        { IsUp: false } => "PhysicalMediaDisconnected",
        { IsLacp: true } => "LacpNegotiationIssue",
        _ => "UnknownFailure",
    };

    /// <summary>Its computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
