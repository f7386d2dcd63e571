BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'NODE1', 'NODE2') {
        Add-LabHost $name | Out-Null
        Install-LabOperatingSystem $name -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
}

AfterAll { Remove-Lab Lab }

Describe 'New-LabVM' {
    It 'makes a machine that is off, with one adapter and no disk' {
        $vm = New-LabVM bare 1GB -ComputerName NODE1 -NoVHD
        $vm | Should -BeOfType HyperVLab.Objects.VirtualMachine
        $vm.Name | Should -Be 'bare'
        $vm.State | Should -Be 'Off'
        $vm.MemoryStartup | Should -Be 1GB
        $vm.ComputerName | Should -Be 'NODE1'
        $vm.NetworkAdapters | Should -HaveCount 1
        $vm.HardDrives | Should -HaveCount 0
        $vm.Path | Should -Be 'C:\ProgramData\Microsoft\Windows\Hyper-V'
    }

    It 'makes a machine with a new disk in a folder of its own' {
        $vm = New-LabVM own -ComputerName NODE1 -Path C:\VMs -NewVHDPath C:\VMs\own\own.vhd -NewVHDSizeBytes 5GB
        $vm.Path | Should -Be 'C:\VMs\own'
        $vm.HardDrives.Path | Should -Be 'C:\VMs\own\own.vhd'
        $vm.HardDrives.ControllerType | Should -Be 'IDE'
    }

    It 'takes an existing disk' {
        $vm = New-LabVM other -ComputerName NODE1 -VHDPath C:\VMs\own\own.vhd
        $vm.HardDrives.Path | Should -Be 'C:\VMs\own\own.vhd'
    }

    It 'takes names from the pipeline, and several hosts' {
        $made = 'a1', 'a2' | New-LabVM -ComputerName NODE1, NODE2
        $made | Should -HaveCount 4
        $made.ComputerName | Sort-Object -Unique | Should -Be 'NODE1', 'NODE2'
    }

    It 'asks for a host where several are possible, unless one was entered' {
        { New-LabVM nowhere -ErrorAction Stop } | Should -Throw -ErrorId '*,*NewLabVMCommand'
        Enter-LabHost NODE2
        (New-LabVM here).ComputerName | Should -Be 'NODE2'
        (Get-LabVM).ComputerName | Sort-Object -Unique | Should -Be 'NODE2'
        Exit-LabHost
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'a size of 0'; with = @{ NewVHDPath = 'x.vhd'; NewVHDSizeBytes = 0 } }
        @{ why = 'a size beyond 2040 GB'; with = @{ NewVHDPath = 'x.vhd'; NewVHDSizeBytes = 2041GB } }
        @{ why = 'a path that climbs'; with = @{ NewVHDPath = 'C:\VMs\..\x.vhd'; NewVHDSizeBytes = 1GB } }
        @{ why = 'a disk that is not there'; with = @{ VHDPath = 'C:\missing.vhd' } }
        @{ why = 'no memory'; with = @{ MemoryStartupBytes = 0 } }
        @{ why = 'negative memory'; with = @{ MemoryStartupBytes = -1GB } }
        @{ why = 'generation 2 on R2'; with = @{ Generation = 2 } }
        @{ why = 'an unknown switch'; with = @{ SwitchName = 'missing' } }
        @{ why = 'a name with wildcards'; with = @{ Name = 'x*' } }
    ) {
        $before = (Get-LabVM).Count
        $arguments = @{ Name = 'refused'; ComputerName = 'NODE1' } + @{}
        $with.Keys | ForEach-Object { $arguments[$_] = $with[$_] }
        { New-LabVM @arguments -ErrorAction Stop } | Should -Throw
        (Get-LabVM).Count | Should -Be $before
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        New-LabVM whatif -ComputerName NODE1 -NewVHDPath whatif.vhd -NewVHDSizeBytes 1GB -WhatIf | Should -BeNullOrEmpty
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Get-LabVM' {
    It 'finds by name, wildcard, host and identifier' {
        $vm = Get-LabVM own
        (Get-LabVM OWN).Id | Should -Be $vm.Id
        (Get-LabVM ow*).Id | Should -Be $vm.Id
        (Get-LabVM -Id $vm.Id).Name | Should -Be 'own'
        Get-LabVM own* -ComputerName NODE2 | Should -BeNullOrEmpty
        'own' | Get-LabVM | Should -HaveCount 1
    }

    It 'gives InvalidParameter of category InvalidArgument for an unknown name' {
        { Get-LabVM missing -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.GetLabVMCommand'
        Get-LabVM missing -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        Get-LabVM missing* | Should -BeNullOrEmpty
    }

    It 'shows the columns of the real one' {
        $text = Get-LabVM own | Out-String
        foreach ($column in 'Name', 'State', 'CPUUsage(%)', 'MemoryAssigned(M)', 'Uptime', 'Status') {
            $text | Should -BeLike "*$column*"
        }
    }

    It 'is completed' {
        (TabExpansion2 'Get-LabVM ow').CompletionMatches.CompletionText | Should -Be 'own'
        (TabExpansion2 'Get-LabVM -ComputerName NODE').CompletionMatches.CompletionText | Should -Be 'NODE1', 'NODE2'
    }
}

Describe 'The lifecycle of a virtual machine' {
    BeforeAll { $vm = New-LabVM life 1GB -ComputerName NODE1 }

    It 'starts, pauses, resumes, saves and is turned off; what was written before stays true' {
        Start-LabVM life
        $vm.State | Should -Be 'Running'
        $vm.MemoryAssigned | Should -Be 1GB
        (Suspend-LabVM $vm -Passthru).State | Should -Be 'Paused'
        ($vm | Resume-LabVM -Passthru).State | Should -Be 'Running'
        ('life' | Save-LabVM -Passthru).State | Should -Be 'Saved'
        $vm.MemoryAssigned | Should -Be 0
        Start-LabVM -VM $vm
        Restart-LabVM life -Force
        $vm.Guest | Should -Be 'NoOperatingSystem'
        Stop-LabVM life -TurnOff
        $vm.State | Should -Be 'Off'
    }

    It 'warns where nothing is to be done' {
        Stop-LabVM life -TurnOff -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeLike '*already in the specified state*'
    }

    It 'refuses what the state does not allow with InvalidState' {
        { Save-LabVM life -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.SaveLabVMCommand'
        { Restart-LabVM life -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.RestartLabVMCommand'
    }

    It 'refuses to start what does not fit with OutOfMemory' {
        $big = New-LabVM big 64GB -ComputerName NODE1
        { Start-LabVM big -ErrorAction Stop } |
            Should -Throw -ErrorId 'OutOfMemory,HyperVLab.Commands.Compute.StartLabVMCommand'
        $big.State | Should -Be 'Off'
    }

    It 'goes on with the others where one fails' {
        Start-LabVM missing, life -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem | Should -HaveCount 1
        $vm.State | Should -Be 'Running'
        Stop-LabVM life -TurnOff
    }

    It 'goes on as a job' {
        $job = Start-LabVM life -AsJob
        $vm.State | Should -Be 'Starting'
        $job.State | Should -Be 'Suspended'
        Wait-LabJob $job | Out-Null
        $vm.State | Should -Be 'Running'
        $job | Remove-Job
        Stop-LabVM life -TurnOff
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Start-LabVM life -WhatIf
        Stop-LabVM life -WhatIf
        Save-LabVM life -WhatIf
        Suspend-LabVM life -WhatIf
        Resume-LabVM life -WhatIf
        Restart-LabVM life -WhatIf
        Remove-LabVM life -WhatIf
        Set-LabVM life -Notes x -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Set-LabVM' {
    It 'changes what is given' {
        $vm = New-LabVM settings -ComputerName NODE1
        $set = $vm | Set-LabVM -ProcessorCount 2 -MemoryStartupBytes 2GB -AutomaticStartAction Start `
            -AutomaticStopAction ShutDown -AutomaticStartDelay 30 -Notes 'front end' -NewVMName renamed -Passthru
        $set.Name | Should -Be 'renamed'
        $vm.Name | Should -Be 'renamed'
        $vm.ProcessorCount | Should -Be 2
        $vm.MemoryStartup | Should -Be 2GB
        $vm.AutomaticStartAction | Should -Be 'Start'
        $vm.AutomaticStopAction | Should -Be 'ShutDown'
        $vm.AutomaticStartDelay | Should -Be 30
        $vm.Notes | Should -Be 'front end'
    }

    It 'changes memory only while the machine is off' {
        Start-LabVM renamed
        { Set-LabVM renamed -MemoryStartupBytes 1GB -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.SetLabVMCommand'
        Stop-LabVM renamed -TurnOff
    }
}

Describe 'Remove-LabVM' {
    It 'removes the machine and leaves its disk' {
        $vm = New-LabVM gone -ComputerName NODE1 -NewVHDPath C:\VMs\gone.vhd -NewVHDSizeBytes 1GB
        Get-LabVM gone | Remove-LabVM -Force
        $vm.IsDeleted | Should -BeTrue
        $vm.Name | Should -Be 'gone'
        New-LabVM again -ComputerName NODE1 -VHDPath C:\VMs\gone.vhd | Should -Not -BeNullOrEmpty
    }

    It 'refuses while the machine runs' {
        Start-LabVM again
        { Remove-LabVM again -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.RemoveLabVMCommand'
    }
}
