using HyperVLab.Server;

return CommandLine.Run(args, Console.Out, Console.Error);
