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

    /// <summary>What the driver calls the adapter that it has taken.</summary>
    public string? NetAdapterInterfaceDescription => View.NetAdapterInterfaceDescription;

    /// <summary>The same, as a list.</summary>
    public string[] NetAdapterInterfaceDescriptions =>
        View.NetAdapterInterfaceDescription is { } description ? [description] : [];

    /// <summary>The identifier of that adapter.</summary>
    public Guid[] NetAdapterInterfaceGuid => View.NetAdapterInterfaceGuid is { } id ? [id] : [];

    /// <summary>Its host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Whether it has been removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VirtualSwitchView>(Number) is null;


    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
