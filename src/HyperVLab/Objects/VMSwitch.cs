using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A virtual switch, as Get-LabVMSwitch writes it.</summary>
public sealed class VMSwitch : LabObject<VirtualSwitchView, Engine.Networking.VirtualSwitch>
{
    internal VMSwitch(LabHandle handle, VirtualSwitchView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its identifier.</summary>
    public Guid Id => View.Id;

    /// <summary>What its owner noted.</summary>
    public string Notes => View.Notes;

    /// <summary>Whom it connects: External, Internal or Private.</summary>
    public Engine.Networking.VMSwitchType SwitchType => View.SwitchType;

    /// <summary>Whether the management operating system has an adapter on it.</summary>
    public bool AllowManagementOS => View.AllowManagementOS;

    /// <summary>What the driver calls the adapter that it has taken; Teamed-Interface for an embedded team.</summary>
    public string? NetAdapterInterfaceDescription => View.NetAdapterInterfaceDescription;

    /// <summary>What the drivers call its adapters, the members of an embedded team each.</summary>
    public string[] NetAdapterInterfaceDescriptions => [.. View.NetAdapterInterfaceDescriptions];

    /// <summary>The identifiers of its adapters.</summary>
    public Guid[] NetAdapterInterfaceGuid => [.. View.NetAdapterInterfaceGuids];

    /// <summary>In which units its ports say how much is kept for them.</summary>
    public Engine.Networking.VMSwitchBandwidthMode BandwidthReservationMode => View.BandwidthReservationMode;

    /// <summary>Whether its adapters are a team that is embedded in it.</summary>
    public bool EmbeddedTeamingEnabled => View.EmbeddedTeamingEnabled;

    /// <summary>Its host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Whether it has been removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VirtualSwitchView>(Number) is null;


    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
