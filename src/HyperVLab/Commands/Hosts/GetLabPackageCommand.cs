using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the vendors' packages that are installed on computers.</summary>
/// <example>
/// <code>Get-LabPackage SDDDSM</code>
/// Shows on which hosts the DSM is installed.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPackage")]
[OutputType(typeof(SoftwarePackage))]
public sealed class GetLabPackageCommand : LabCmdlet
{
    /// <summary>The packages' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<InstalledPackageView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<InstalledPackageView, SoftwarePackage>(Name, view => scope?.Contains(view.ComputerKey) ?? true),
            enumerateCollection: true);
    }
}
