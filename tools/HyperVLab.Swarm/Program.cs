using HyperVLab.Swarm;

return SwarmCommand.Run(args, Console.Out, Console.Error);
