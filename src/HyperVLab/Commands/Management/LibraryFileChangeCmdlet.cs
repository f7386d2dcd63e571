using System.Management.Automation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that changes what the library says of a file.</summary>
public abstract class LibraryFileChangeCmdlet : VmmRequestCmdlet
{
    /// <summary>What the library is to call it; the file keeps its name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The family of files that stand for each other.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? FamilyName { get; set; }

    /// <summary>The release within that family.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Release { get; set; }

    /// <summary>Whether it may be used.</summary>
    [Parameter]
    public bool? Enabled { get; set; }
}
