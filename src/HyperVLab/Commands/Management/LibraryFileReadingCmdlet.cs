using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>As <see cref="LibraryResourceReadingCmdlet"/>, by name or family.</summary>
public abstract class LibraryFileReadingCmdlet : LibraryResourceReadingCmdlet
{
    /// <summary>The name in the library. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NameParamSet", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The family of files that stand for each other.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "EquivalentResourceParamSet")]
    [ValidateNotNullOrEmpty]
    public string? FamilyName { get; set; }

    /// <summary>The release within the family.</summary>
    [Parameter(ParameterSetName = "EquivalentResourceParamSet")]
    [ValidateNotNullOrEmpty]
    public string? Release { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Write(
        Name,
        view => (FamilyName is null || Is(view.FamilyName, FamilyName))
            && (Release is null || Is(view.Release, Release)));

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
