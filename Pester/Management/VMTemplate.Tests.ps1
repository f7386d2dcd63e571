BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition HyperVServer2008R2
    Enable-LabRemoteManagement HV1
    Join-LabDomain lab.local -ComputerName HV1 -Restart
    New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection' -ComputerName HV1 | Out-Null
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    Add-LabVMHost HV1 | Out-Null
    $gold = @{ ComputerName = 'HV1'; SwitchName = 'VMs'; MemoryStartupBytes = 512MB; NewVHDSizeBytes = 10GB }
    New-LabVM gold @gold -NewVHDPath C:\Gold\gold.vhd | Out-Null
    Install-LabGuestOS gold -OperatingSystem 'Windows Server 2008 R2 Enterprise' -ComputerName GOLD
    New-LabVM linux @gold -NewVHDPath C:\Gold\linux.vhd | Out-Null
    Install-LabGuestOS linux -OperatingSystem 'Debian Linux' -ComputerName debian
    # Both are made up for this test.
    $script:password = 'Vm!{0}' -f 'Lab-2010'
    $script:key = 'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY'
    $secret = [securestring]::new()
    $password.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    $script:credential = [pscredential]::new('Administrator', $secret)
    $script:place = @{ VMHost = 'HV1'; Path = 'C:\VMs'; SwitchName = 'VMs' }
    function Wait-Guest { Step-LabClock -Seconds 600 }
}

AfterAll { Remove-Lab Lab }

Describe 'Profiles' {
    It 'keep hardware' {
        $large = New-LabHardwareProfile Large -CPUCount 2 -MemoryMB 1024 -Description 'for much'
        $large.CPUCount | Should -Be 2
        (New-LabHardwareProfile Huge -HardwareProfile $large -MemoryMB 4096).CPUCount | Should -Be 2
        (Set-LabHardwareProfile Large -CPULimitForMigration $true).Memory | Should -Be 1024
        { New-LabHardwareProfile large -ErrorAction Stop } | Should -Throw '*already*'
        { New-LabHardwareProfile None -CPUCount 65 -ErrorAction Stop } | Should -Throw '*1 to 64 processors*'
        Remove-LabHardwareProfile Huge
        (Get-LabHardwareProfile).Name | Should -Be Large
    }

    It 'keep what guests are told, and show no secret' {
        $told = @{ LocalAdministratorCredential = $credential; ProductKey = $key }
        $web = New-LabGuestOSProfile Web -ComputerName * -FullName Me -Workgroup WEB @told
        $web.HasProductKey | Should -BeTrue
        $web.HasLocalAdministratorCredential | Should -BeTrue
        (Set-LabGuestOSProfile Web -Domain lab.local).Workgroup | Should -BeNullOrEmpty
        (Get-LabGuestOSProfile W*).Domain | Should -Be lab.local
        { New-LabGuestOSProfile x -Domain a -Workgroup b -ErrorAction Stop } | Should -Throw '*a domain or in a work*'
        { New-LabGuestOSProfile x -ComputerName NAME-OF-16-CHARS -ErrorAction Stop } | Should -Throw '*15 characters*'
        { New-LabGuestOSProfile x -ProductKey 12345 -ErrorAction Stop } | Should -Throw '*five groups*'
    }
}

Describe 'Templates' {
    It 'are made of a virtual machine, which is no more' {
        New-LabVirtualMachine copy @place -VM gold | Out-Null
        $web = New-LabVMTemplate Web -VM gold -SharePath \\LIB1\Library\templates -JobVariable made
        $web.VirtualHardDisk | Should -Be gold.vhd
        $web.Memory | Should -Be 512
        $made.Steps.Name | Should -Be 'Create template', 'Run sysprep in the virtual machine',
            'Store virtual hard disk in library', 'Remove virtual machine'
        (Get-LabVM).Name | Should -Be linux, copy
        Get-LabFile C:\Gold\gold.vhd | Should -BeNullOrEmpty
        (Get-LabVirtualHardDisk).SharePath | Should -Be '\\LIB1.lab.local\Library\templates\gold.vhd'
    }

    It 'are not made of a system without sysprep' {
        { New-LabVMTemplate Linux -VM linux -ErrorAction Stop } | Should -Throw '*sysprep runs in a Windows guest*'
    }

    It 'are made of a disk or of another template, and changed' {
        $other = New-LabVMTemplate Other -VMTemplate Web -MemoryMB 1024 -GuestOSProfile Web
        $other.HasProductKey | Should -BeTrue
        (New-LabVMTemplate Plain -VirtualHardDisk gold.vhd -NoCustomization).IsCustomizable | Should -BeFalse
        { New-LabVMTemplate x -VirtualHardDisk gold.vhd -NoCustomization -FullName Me -ErrorAction Stop } |
            Should -Throw '*nothing to tell*'
        (Set-LabVMTemplate Plain -CPUCount 2).CPUCount | Should -Be 2
        Remove-LabVMTemplate Plain
        (Get-LabVMTemplate -All).Name | Should -Be Web, Other
        (Get-LabDependentLibraryResource gold.vhd).Name | Should -Be Web, Other
        (Get-LabDependentLibraryResource -LibraryServer LIB1).Count | Should -Be 2
        { Remove-LabLibraryShare Library -ErrorAction Stop } | Should -Throw '*needed by the template Web*'
    }
}

Describe 'Deployment' {
    It 'makes a computer of its own' {
        $vm = New-LabVirtualMachine web01 @place -VMTemplate Web -ComputerName WEB01 -StartVM -JobVariable made
        $made.Steps.Name | Should -Be 'Create virtual machine', 'Deploy file (using LAN)',
            'Change properties of virtual machine', 'Customize virtual machine', 'Start virtual machine'
        Wait-Guest
        $vm.GuestComputerName | Should -Be WEB01
        $vm.GuestSid | Should -Match '^S-1-5-21-\d+-\d+-\d+$'
        $vm.HardDrives.Path | Should -Be 'C:\VMs\web01\gold.vhd'
        $vm.GuestNameHolder | Should -BeNullOrEmpty
    }

    It 'lets disks differ from one that all share' {
        1..2 | ForEach-Object {
            New-LabVirtualMachine "diff$_" @place -VMTemplate Web -UseDiffDiskOptimization -StartVM | Out-Null
        }
        Wait-Guest
        (Get-LabFile *\gold.vhd -ComputerName HV1).FullName | Should -Contain 'C:\VMs\gold.vhd'
        (Get-LabVHD C:\VMs\diff1\diff1_disk_1.vhd -ComputerName HV1).ParentPath | Should -Be 'C:\VMs\gold.vhd'
        $names = (Get-LabVM diff*).GuestComputerName
        $names | Should -Match '^WIN-[A-Z0-9]{11}$'
        $names[0] | Should -Not -Be $names[1]
        (Get-LabVM diff*, web01).GuestSid | Sort-Object -Unique | Should -HaveCount 3
    }

    It 'joins a domain' {
        $vm = New-LabVirtualMachine member @place -VMTemplate Web -Domain lab -ComputerName MEMBER -StartVM
        Wait-Guest
        $vm.GuestDomain | Should -Be lab.local
        $vm.GuestDomainStatus | Should -Be LoggedOn
        (Get-LabADComputer MEMBER).Name | Should -Be MEMBER
        $lost = New-LabVirtualMachine lost @place -VMTemplate Web -Domain nowhere.local -ComputerName LOST `
            -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike '*LOST failed to join the domain nowhere.local*'
        $lost | Should -Not -BeNullOrEmpty
    }

    It 'leaves a plain copy its name, which another has' {
        $copy = Get-LabVM copy
        New-LabVirtualMachine copy2 @place -VM copy | Out-Null
        Start-LabVM copy, copy2
        Wait-Guest
        $copy.GuestComputerName | Should -Be GOLD
        $copy.GuestNameHolder | Should -BeNullOrEmpty
        $other = Get-LabVM copy2
        $other.GuestSid | Should -Be $copy.GuestSid
        $other.GuestNameHolder | Should -Be "the virtual machine 'copy'"
        (Resolve-LabDnsName GOLD).IPAddress | Should -Be $copy.NetworkAdapters[0].IPAddresses[0]
        Get-LabEvent | Where-Object Message -Like '*duplicate name*' | Should -HaveCount 1
    }

    It 'takes the account of a member of that name, whose logon fails' {
        $again = New-LabVirtualMachine again @place -VMTemplate Web -Domain lab -ComputerName MEMBER
        (Get-LabVM member).GuestDomainStatus | Should -Be TrustFailed
        Stop-LabVM member -TurnOff
        Start-LabVM again
        Wait-Guest
        $again.GuestDomainStatus | Should -Be LoggedOn
    }

    It 'refuses a disk that is gone, and finds what was removed by force' {
        { Remove-LabVirtualHardDisk gold.vhd -ErrorAction Stop } | Should -Throw '*needed by the template Web*'
        Remove-LabVirtualHardDisk gold.vhd -Force
        (Get-LabVMTemplate Web).State | Should -Be Missing
        { New-LabVirtualMachine web02 @place -VMTemplate Web -ErrorAction Stop } | Should -Throw '*is missing*'
    }
}

Describe 'Secrets' {
    It 'are in no script, journal or export' {
        $names = 'NewGuestOSProfile', 'NewVMTemplate'
        $scripts = (Get-LabJob | Where-Object Name -In $names).Script -join "`n"
        $scripts | Should -BeLike '*-LocalAdministratorCredential (Get-Credential Administrator)*'
        Export-LabJournal (Join-Path $TestDrive journal.json) | Out-Null
        Export-Lab (Join-Path $TestDrive lab) | Out-Null
        Get-ChildItem $TestDrive -Recurse -File | Select-String -SimpleMatch $password, $key | Should -BeNullOrEmpty
        $scripts | Should -Not -Match 'pbkdf2|ABCDE'
    }
}
