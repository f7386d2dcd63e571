namespace HyperVLab.Engine.Management;

/// <summary>Says what needs a file of the library.</summary>
internal static class LibraryDependents
{
    /// <summary>The names of all that needs a file, with what each is.</summary>
    public static IEnumerable<string> Of(LabState lab, LibraryResource resource) => [];

    /// <summary>The first file of a share that something needs, and what does.</summary>
    public static (LibraryResource Resource, string Dependent)? FirstIn(LabState lab, LibraryShare share)
    {
        foreach (LibraryResource resource in lab.LibraryResources)
        {
            if (resource.Share == share.Key && Of(lab, resource).FirstOrDefault() is { } dependent)
            {
                return (resource, dependent);
            }
        }

        return null;
    }
}
