using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>As <see cref="MachineCmdlet"/>, and makes something new that begins as profiles say.</summary>
public abstract class NewMachineCmdlet : MachineCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>What is written about it.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The hardware profile that it begins as, in place of what it is made of.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<HardwareProfileView>))]
    [ValidateNotNullOrEmpty]
    public string? HardwareProfile { get; set; }

    /// <summary>The guest OS profile that it begins as, in place of what it is made of.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<GuestOSProfileView>))]
    [ValidateNotNullOrEmpty]
    public string? GuestOSProfile { get; set; }

    /// <inheritdoc/>
    private protected sealed override string TargetName => Name;
}
