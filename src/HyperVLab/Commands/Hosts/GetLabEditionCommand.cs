using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the editions of Windows that the lab knows, with what each lets a computer use and do.</summary>
/// <remarks>
/// It needs no lab.
/// </remarks>
/// <example>
/// <code>Get-LabEdition *2008R2*</code>
/// Lists the editions of the 2008 R2 era.
/// </example>
/// <example>
/// <code>Get-LabEdition | Where-Object HasClustering</code>
/// Lists the editions that take failover clustering.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabEdition")]
[OutputType(typeof(WindowsEdition))]
public sealed class GetLabEditionCommand : LabCmdlet
{
    /// <summary>The editions' short or full names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EditionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string name in Name ?? ["*"])
        {
            Guard(() => WriteObject(EditionNames.Find(name), enumerateCollection: true), name);
        }
    }
}
