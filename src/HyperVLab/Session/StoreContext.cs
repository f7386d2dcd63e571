using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using HyperVLab.Engine.Keeping;

namespace HyperVLab.Session;

/// <summary>
/// Loads what keeps labs, with the database that it uses, where no other module's version of that can meet it.
/// Nothing is loaded before a lab is kept. docs/decisions/0004 says how the module loads.
/// </summary>
internal sealed class StoreContext : AssemblyLoadContext
{
    private const string StoreName = "HyperVLab.Store";

    private static readonly Lazy<ILabStore> s_store = new(Load);

    private readonly string _folder;

    private StoreContext(string folder)
        : base(StoreName) => _folder = folder;

    /// <summary>What keeps labs.</summary>
    public static ILabStore Store => s_store.Value;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // What is not beside the store, such as the engine, is the module's own.
        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (string identifier in Identifiers())
        {
            string folder = Path.Combine(_folder, "runtimes", identifier, "native");
            string[] names = [$"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll"];
            if (names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path)
            {
                return LoadUnmanagedDllFromPath(path);
            }
        }

        return IntPtr.Zero;
    }

    private static ILabStore Load()
    {
        string module = Path.GetDirectoryName(typeof(StoreContext).Assembly.Location)!;
        var context = new StoreContext(Path.Combine(module, "store"));
        Assembly store = context.LoadFromAssemblyName(new AssemblyName(StoreName));
        return (ILabStore)Activator.CreateInstance(store.GetType($"{StoreName}.FolderLabStore", throwOnError: true)!)!;
    }

    // A distribution's own identifier says less than the family's, for which the library is built.
    private static IEnumerable<string> Identifiers()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        yield return RuntimeInformation.RuntimeIdentifier;
        if (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
        {
            yield return $"linux-musl-{architecture}";
        }

        yield return $"{system}-{architecture}";
    }
}
