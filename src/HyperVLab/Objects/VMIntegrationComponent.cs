using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>An integration service of a virtual machine, as Get-LabVMIntegrationService writes it.</summary>
public sealed class VMIntegrationComponent
    : LabObject<VMIntegrationServicesView, Engine.Compute.VirtualMachine>, ILabPart
{
    private readonly VMIntegrationServiceView _first;

    private VMIntegrationComponent(LabHandle handle, VMIntegrationServicesView view, VMIntegrationServiceView service)
        : base(handle, view.Key, view) => _first = service;

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Its name.</summary>
    public string Name => _first.Name;

    /// <summary>Its device's identifier, whose last part is the same on every machine and in every language.</summary>
    public string Id => _first.Id;

    /// <summary>Whether it is offered to the guest.</summary>
    public bool Enabled => Service.IsEnabled;

    /// <summary>Whether it works; empty where the machine has no power.</summary>
    public VMIntegrationComponentOperationalStatus? PrimaryOperationalStatus => Service.Primary;

    /// <summary>The same in words.</summary>
    public string PrimaryStatusDescription => TextOf(Service.Primary);

    /// <summary>What there is to say beside.</summary>
    public VMIntegrationComponentOperationalStatus? SecondaryOperationalStatus => Service.Secondary;

    /// <summary>The same in words.</summary>
    public string SecondaryStatusDescription => TextOf(Service.Secondary);

    /// <summary>Both.</summary>
    public VMIntegrationComponentOperationalStatus[] OperationalStatus =>
        [.. new[] { Service.Primary, Service.Secondary }.OfType<VMIntegrationComponentOperationalStatus>()];

    /// <summary>Both in words.</summary>
    public string[] StatusDescription => [.. OperationalStatus.Select(status => TextOf(status))];

    /// <summary>Whether its virtual machine was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VMIntegrationServicesView>(Number) is null;

    object ILabPart.Part => _first.Kind;

    // A host of another release may have no such service any more: it keeps what was last seen of it.
    private VMIntegrationServiceView Service =>
        View.Services.FirstOrDefault(service => service.Kind == _first.Kind) ?? _first;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    internal static VMIntegrationComponent[] Of(LabHandle handle, VMIntegrationServicesView view) =>
        [.. view.Services.Select(service => new VMIntegrationComponent(handle, view, service))];

    private static string TextOf(VMIntegrationComponentOperationalStatus? status) => status switch
    {
        null => string.Empty,
        VMIntegrationComponentOperationalStatus.Ok => "OK",
        VMIntegrationComponentOperationalStatus.NoContact => "No Contact",
        VMIntegrationComponentOperationalStatus.LostCommunication => "Lost Communication",
        _ => "The protocol version of the component installed in the virtual machine does not match the version "
            + "expected by the hosting system",
    };
}
