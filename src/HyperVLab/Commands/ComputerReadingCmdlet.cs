using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Commands;

/// <summary>A cmdlet that reads what belongs to computers, which -ComputerName may narrow.</summary>
public abstract class ComputerReadingCmdlet : LabCmdlet
{
    /// <summary>
    /// Only those of these computers. Without it, those of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The keys of the computers that are meant; null for the whole lab.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of a name.</exception>
    private protected IReadOnlySet<int>? Scope => ComputerNames.Scope(Handle, ComputerName);
}
